-- When and why the number of segments was looked for the last time, as of each run.
create table segmentation_search (
  run_id bigint primary key,
  searched_at timestamp with time zone not null,
  cause varchar(20) not null
);

-- How each feature was spread then: the upper end of each bin, and the share of buyers in it. The last bin but one has
-- no upper end; the last one holds those of whom the feature is not known.
create table segmentation_bin (
  run_id bigint not null,
  feature varchar(40) not null,
  place smallint not null,
  upper_end double precision,
  share double precision not null,
  primary key (run_id, feature, place)
);

-- How far each feature of the run's buyers has drifted from then: the population stability index.
create table segmentation_drift (
  run_id bigint not null,
  feature varchar(40) not null,
  stability_index double precision not null,
  primary key (run_id, feature)
);

-- Asked for by a person; the next run answers it.
create table segment_search_asked (
  asked_at timestamp with time zone primary key,
  asked_by varchar(200) not null
);
