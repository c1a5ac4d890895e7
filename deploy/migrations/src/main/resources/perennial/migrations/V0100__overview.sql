-- One row a customer and run: what lists filter and sort on.
create table customer_row (
  run_id bigint not null,
  customer_id varchar(200) not null,
  stage varchar(20) not null,
  segment_id varchar(40),
  churn_probability double precision,
  probability_alive double precision,
  value_minor bigint,
  orders bigint not null,
  spend_minor bigint not null,
  recency_days double precision,
  decisions bigint not null,
  primary key (run_id, customer_id)
);

create index customer_row_value on customer_row (run_id, value_minor, customer_id);
create index customer_row_churn on customer_row (run_id, churn_probability, customer_id);
create index customer_row_stage on customer_row (run_id, stage, customer_id);
create index customer_row_segment on customer_row (run_id, segment_id, customer_id);

-- One row: the run whose results are shown.
create table run_in_force (
  id smallint primary key check (id = 1),
  run_id bigint not null,
  as_of timestamp with time zone not null
);
