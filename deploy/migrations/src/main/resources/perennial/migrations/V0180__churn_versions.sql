-- What each run trained, with its card: kept for good. Which one gives a run its scores stands with the run.
create table churn_version (
  run_id bigint primary key,
  as_of timestamp with time zone not null,
  kind varchar(40) not null,
  settings_en varchar(300) not null,
  settings_zh varchar(300) not null,
  horizon_days integer not null,
  training_from timestamp with time zone not null,
  training_to timestamp with time zone not null,
  judged_from timestamp with time zone not null,
  judged_to timestamp with time zone not null,
  training_rows bigint not null,
  training_left bigint not null,
  features varchar(2000) not null,
  idle_features varchar(2000) not null,
  calibration varchar(40) not null,
  seed bigint not null,
  libraries varchar(400) not null,
  took_over boolean not null,
  why_en varchar(1000) not null,
  why_zh varchar(1000) not null
);

create table churn_version_measure (
  run_id bigint not null references churn_version (run_id),
  model varchar(60) not null,
  measure varchar(40) not null,
  amount double precision not null,
  primary key (run_id, model, measure)
);

-- The last one whose run counts says which version gives the next scores. Of a person's deed the run is the one in force.
create table churn_deed (
  number bigint primary key,
  run_id bigint not null,
  version_id bigint not null,
  deed varchar(20) not null,
  done_at timestamp with time zone not null,
  actor varchar(200) not null,
  why varchar(500) not null
);

-- The points of the pictures on a model's card, as its run saw them.
create table churn_figure (
  run_id bigint not null,
  curve varchar(30) not null,
  subject varchar(60) not null,
  place integer not null,
  x double precision not null,
  y double precision not null,
  low double precision,
  high double precision,
  customers bigint not null,
  primary key (run_id, curve, subject, place)
);

create table churn_group (
  run_id bigint not null,
  kind varchar(20) not null,
  name varchar(60) not null,
  customers bigint not null,
  customers_left bigint not null,
  predicted double precision not null,
  auc double precision,
  auc_lower double precision,
  auc_upper double precision,
  primary key (run_id, kind, name)
);

create table churn_warning (
  run_id bigint not null,
  place integer not null,
  words_en varchar(500) not null,
  words_zh varchar(500) not null,
  primary key (run_id, place)
);

alter table churn_model add column version_id bigint;
alter table churn_model add column trained_at timestamp with time zone;
