-- What it takes to place further customers as a run's segmentation does, and to recognise its segments in a later one.
create table segmentation_model (
  run_id bigint primary key,
  last_number integer not null
);

-- How each column was prepared, and where all buyers stood in it.
create table segmentation_column (
  run_id bigint not null references segmentation_model (run_id),
  place smallint not null,
  feature varchar(40) not null,
  log_scale boolean not null,
  skewness double precision not null,
  middle double precision not null,
  low double precision not null,
  high double precision not null,
  mean double precision not null,
  deviation double precision not null,
  filled integer not null,
  limited integer not null,
  base_standardised double precision not null,
  base_typical double precision not null,
  base_mean double precision,
  primary key (run_id, place)
);

create table segment_centre (
  run_id bigint not null references segmentation_model (run_id),
  place smallint not null,
  segment_id varchar(40) not null,
  size integer not null,
  share double precision not null,
  primary key (run_id, place)
);

create table segment_coordinate (
  run_id bigint not null,
  place smallint not null,
  feature varchar(40) not null,
  standardised double precision not null,
  typical double precision not null,
  mean double precision,
  primary key (run_id, place, feature),
  foreign key (run_id, place) references segment_centre (run_id, place)
);

-- Where the segments of a run come from; the first one's come from nowhere and have no rows.
create table segment_origin (
  run_id bigint not null,
  segment_id varchar(40) not null,
  kind varchar(20) not null,
  before_id varchar(40),
  overlap double precision not null,
  primary key (run_id, segment_id)
);

-- The segments of the run before that this one does not go on with.
create table segment_end (
  run_id bigint not null,
  segment_id varchar(40) not null,
  kind varchar(20) not null,
  into_id varchar(40),
  primary key (run_id, segment_id)
);

-- What every segment is called that ever was: by its latest run, and by people, who have the last word.
create table segment_title (
  segment_id varchar(40) primary key,
  made_en varchar(400) not null,
  made_zh varchar(400) not null,
  given_en varchar(200),
  given_zh varchar(200)
);
