-- Ids compare byte by byte in every database (the placeholder), so that their order is the one Java has.
create table customer (
  id varchar(200) ${bytewise} primary key,
  registered_at timestamp with time zone,
  -- the earliest instant at which anything is told of the customer; empty where nothing has a time
  first_seen timestamp with time zone
);

create table customer_attribute (
  customer_id varchar(200) ${bytewise} not null references customer (id),
  name varchar(60) not null,
  content varchar(1000) not null,
  primary key (customer_id, name)
);

-- The latest word per channel. No row: never asked.
create table consent (
  customer_id varchar(200) ${bytewise} not null references customer (id),
  channel varchar(20) not null,
  given boolean not null,
  told_at timestamp with time zone,
  assumed boolean not null,
  primary key (customer_id, channel)
);
