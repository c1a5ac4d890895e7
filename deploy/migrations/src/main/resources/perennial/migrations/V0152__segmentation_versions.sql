-- Whoever changes what is in force holds this row until the transaction ends; by the number readers see that it changed.
create table segmentation_turn (
  id smallint primary key check (id = 1),
  number bigint not null
);

insert into segmentation_turn (id, number) values (1, 0);

-- What a run made, in force or not; its model, lineage and evidence have their rows under the same run.
create table segmentation_version (
  run_id bigint primary key,
  as_of timestamp with time zone not null,
  -- the version in force when it was made, to which it is compared and after which it comes
  before_id bigint,
  segments smallint not null
);

-- What its run called the segments, and the features that the name speaks of, with commas between.
create table segmentation_version_name (
  run_id bigint not null,
  segment_id varchar(40) not null,
  name_en varchar(400) not null,
  name_zh varchar(400) not null,
  claimed varchar(400) not null,
  primary key (run_id, segment_id)
);

-- How each feature was spread over the customers that it was made of, in the form of segmentation_bin.
create table segmentation_version_bin (
  run_id bigint not null,
  feature varchar(40) not null,
  place smallint not null,
  upper_end double precision,
  share double precision not null,
  primary key (run_id, feature, place)
);

-- How far each feature had drifted since the version in force was made: the population stability index.
create table segmentation_version_drift (
  run_id bigint not null,
  feature varchar(40) not null,
  stability_index double precision not null,
  primary key (run_id, feature)
);

-- How many of the run's customers the version in force places here and this one there.
create table segmentation_flow (
  run_id bigint not null,
  from_id varchar(40) not null,
  to_id varchar(40) not null,
  customers bigint not null,
  primary key (run_id, from_id, to_id)
);

-- What was decided about a version, by whom and why; the last one has the highest number.
create table segmentation_deed (
  run_id bigint not null,
  number bigint not null,
  deed varchar(20) not null,
  done_at timestamp with time zone not null,
  actor varchar(200) not null,
  why_en varchar(2000) not null,
  why_zh varchar(2000) not null,
  primary key (run_id, number)
);

-- Which version places the customers of a run; another number each time that another one does.
create table segmentation_placing (
  run_id bigint primary key,
  version_id bigint not null,
  number bigint not null
);
