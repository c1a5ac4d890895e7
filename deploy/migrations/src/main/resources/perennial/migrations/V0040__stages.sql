-- One row a customer and run: the stage, and what it rests on.
create table customer_stage (
  run_id bigint not null,
  customer_id varchar(200) not null,
  stage varchar(20) not null,
  purchase_days bigint not null,
  silence double precision not null,
  usual_gap double precision not null,
  basis varchar(20) not null,
  patience double precision not null,
  since timestamp with time zone not null,
  primary key (run_id, customer_id)
);

-- The course of each customer: a row where a run found another stage than was known before.
create table stage_change (
  customer_id varchar(200) not null,
  run_id bigint not null,
  changed_at timestamp with time zone not null,
  from_stage varchar(20),
  to_stage varchar(20) not null,
  primary key (customer_id, run_id)
);

create index stage_change_run on stage_change (run_id);
create index stage_change_at on stage_change (changed_at);
