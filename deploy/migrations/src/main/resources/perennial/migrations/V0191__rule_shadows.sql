-- A proposal that decides beside the rules in force, without anything coming of it; one at a time goes on.
create table rule_shadow (
  rule_version_id bigint primary key,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  actor varchar(200) not null
);

-- What the proposal made of a live decision. Where it differs, both as JSON.
create table rule_shadow_answer (
  rule_version_id bigint not null,
  occasion_id bigint not null,
  customer_id varchar(200) ${bytewise} not null,
  live varchar(100000),
  shadow varchar(100000),
  primary key (rule_version_id, occasion_id)
);

-- What the proposal made of the newest weekly run that it saw; findings are JSON.
create table rule_shadow_run (
  rule_version_id bigint primary key,
  run_id bigint not null,
  as_of timestamp with time zone not null,
  findings varchar(1000000) not null
);
