create table value_model (
  run_id bigint primary key,
  state varchar(20) not null,
  purchase_model varchar(20) not null,
  spend_model varchar(20) not null,
  reason_en varchar(2000) not null,
  reason_zh varchar(2000) not null,
  log_likelihood double precision,
  customers bigint not null,
  base_minor bigint
);

create table value_parameter (
  run_id bigint not null references value_model (run_id),
  symbol varchar(20) not null,
  amount double precision not null,
  standard_error double precision,
  primary key (run_id, symbol)
);

create table value_score (
  run_id bigint not null,
  customer_id varchar(200) not null,
  probability_alive double precision not null,
  expected_purchases double precision not null,
  value_minor bigint,
  estimate_low bigint,
  estimate_high bigint,
  outcome_low bigint,
  outcome_high bigint,
  primary key (run_id, customer_id)
);
