create table churn_model (
  run_id bigint primary key,
  state varchar(20) not null,
  reason_en varchar(2000) not null,
  reason_zh varchar(2000) not null,
  model varchar(40),
  horizon_days double precision not null,
  judged_at timestamp with time zone,
  training_rows bigint not null,
  judged_rows bigint not null,
  churn_rate double precision not null
);

create table churn_measure (
  run_id bigint not null references churn_model (run_id),
  model varchar(60) not null,
  measure varchar(40) not null,
  amount double precision not null,
  primary key (run_id, model, measure)
);

create table churn_score (
  run_id bigint not null,
  customer_id varchar(200) not null,
  probability double precision not null,
  primary key (run_id, customer_id)
);

create table churn_reason (
  run_id bigint not null,
  customer_id varchar(200) not null,
  position smallint not null,
  feature varchar(40) not null,
  amount double precision,
  typical double precision,
  contribution double precision not null,
  words_en varchar(400) not null,
  words_zh varchar(400) not null,
  primary key (run_id, customer_id, position)
);
