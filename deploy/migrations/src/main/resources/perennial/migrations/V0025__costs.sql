-- The first day is included, the last one excluded; an empty channel stands for none.
create table cost (
  period_from date not null,
  period_to date not null,
  kind varchar(20) not null,
  channel varchar(100) not null,
  amount bigint not null,
  primary key (period_from, period_to, kind, channel)
);
