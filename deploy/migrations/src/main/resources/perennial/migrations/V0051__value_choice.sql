-- A choice of the purchase model by back-test. Its number is that of the run that began it; a later run may go on.
create table value_choice (
  id bigint primary key,
  as_of timestamp with time zone not null,
  cause varchar(20) not null,
  horizon_days double precision,
  complete boolean not null,
  purchase_model varchar(20),
  reason_en varchar(2000) not null,
  reason_zh varchar(2000) not null
);

-- One forecaster at one time in the past; days are counted from 1970-01-01.
create table value_judgement (
  choice_id bigint not null references value_choice (id),
  origin_day integer not null,
  forecaster varchar(20) not null,
  reason_en varchar(2000),
  reason_zh varchar(2000),
  log_score double precision,
  purchases_coverage double precision,
  money_coverage double precision,
  primary key (choice_id, origin_day, forecaster)
);

create table value_quality (
  choice_id bigint not null,
  origin_day integer not null,
  forecaster varchar(20) not null,
  target varchar(10) not null,
  customers integer not null,
  forecast double precision not null,
  actual double precision not null,
  bias double precision,
  mae double precision not null,
  rmse double precision not null,
  spearman double precision,
  tied_forecasts double precision not null,
  tied_actuals double precision not null,
  gini double precision,
  slope double precision,
  top_tenth double precision,
  decile_error double precision,
  primary key (choice_id, origin_day, forecaster, target),
  foreign key (choice_id, origin_day, forecaster) references value_judgement (choice_id, origin_day, forecaster)
);

create table value_decile (
  choice_id bigint not null,
  origin_day integer not null,
  forecaster varchar(20) not null,
  target varchar(10) not null,
  decile smallint not null,
  customers integer not null,
  forecast double precision not null,
  actual double precision not null,
  primary key (choice_id, origin_day, forecaster, target, decile)
);

create table value_course (
  choice_id bigint not null,
  origin_day integer not null,
  forecaster varchar(20) not null,
  until_day double precision not null,
  actual double precision not null,
  expected double precision not null,
  primary key (choice_id, origin_day, forecaster, until_day)
);

-- Asked for by a person; the next run answers it.
create table value_choice_asked (
  asked_at timestamp with time zone primary key,
  asked_by varchar(200) not null
);

-- How many customers of a run have an expected value from one amount, included, to another one, excluded.
create table value_bin (
  run_id bigint not null,
  position smallint not null,
  from_minor bigint not null,
  to_minor bigint not null,
  customers bigint not null,
  primary key (run_id, position)
);

alter table value_model add column choice_id bigint;
alter table value_model add column convergence varchar(20);
alter table value_model add column passes integer;
alter table value_model add column largest_gradient double precision;
alter table value_model add column without_leaving double precision;
alter table value_model add column drift double precision;
