create table customer_event (
  customer_id varchar(200) ${bytewise} not null references customer (id),
  event_id varchar(200) ${bytewise} not null,
  happened_at timestamp with time zone not null,
  kind varchar(20) not null,
  subject varchar(500) not null,
  amount double precision,
  primary key (customer_id, event_id)
);

-- What the shop records at all: a kind of event, or COUPON. What is not here is not known, and never zero.
create table recorded (
  what varchar(20) primary key
);
