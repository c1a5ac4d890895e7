-- What happened to a customer between two runs and was put before the rules at once: each thing once, for ever.
create table alarm (
  customer_id varchar(200) not null,
  moment varchar(20) not null,
  happened_at timestamp with time zone not null,
  raised_at timestamp with time zone not null,
  occasion_id bigint not null,
  primary key (customer_id, moment, happened_at)
);
