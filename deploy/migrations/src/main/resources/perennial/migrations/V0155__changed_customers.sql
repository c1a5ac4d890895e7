-- Customers of whom something new was told since the run in force looked at them.
create table changed_customer (
  customer_id varchar(200) ${bytewise} primary key,
  -- the latest run that began when it had been told, so that it needs no telling once that run is in force
  seen_by bigint,
  -- when the features of the customer were folded anew; empty until then
  folded_at timestamp with time zone
);

-- These features, beside those that the run in force stored and goes on to be judged by.
create table changed_feature_row as select * from feature_row with no data;
alter table changed_feature_row alter column run_id set not null;
alter table changed_feature_row alter column customer_id set not null;
alter table changed_feature_row alter column favourite_products set not null;
alter table changed_feature_row alter column cart set not null;
alter table changed_feature_row add primary key (run_id, customer_id);

-- Where the version in force places them by these features.
create table segment_change (
  run_id bigint not null,
  customer_id varchar(200) not null,
  changed_at timestamp with time zone not null,
  -- the segment of the run, and the one since; empty for none
  from_id varchar(40),
  to_id varchar(40),
  feature varchar(40),
  -- what they had spent when the run looked, what they have spent since, and what they are expected to
  sales_before_minor bigint not null,
  sales_minor bigint not null,
  value_minor bigint not null,
  primary key (run_id, customer_id)
);

-- What the changes since add to the size, the sales and the expected value that the run found.
alter table segment add column size_change bigint default 0 not null;
alter table segment add column sales_change_minor bigint default 0 not null;
alter table segment add column value_change_minor bigint default 0 not null;
