-- One order of one customer; an order number that two customers share is two orders.
create table purchase (
  id bigint primary key,
  customer_id varchar(200) ${bytewise} not null references customer (id),
  order_id varchar(200) ${bytewise} not null,
  placed_at timestamp with time zone not null,
  channel varchar(100),
  coupon varchar(100),
  payment_country varchar(100),
  shipping_country varchar(100),
  unique (customer_id, order_id)
);
create index purchase_placed on purchase (placed_at);

-- The key is a fingerprint of the line's content: the same line read twice is one line.
create table purchase_line (
  purchase_id bigint not null references purchase (id),
  line_key bigint not null,
  sku varchar(100) ${bytewise} not null,
  quantity integer not null,
  unit_price numeric(19, 4) not null,
  amount bigint not null,
  primary key (purchase_id, line_key)
);

create table cancellation (
  customer_id varchar(200) ${bytewise} not null references customer (id),
  order_id varchar(200) ${bytewise} not null,
  line_key bigint not null,
  cancelled_at timestamp with time zone not null,
  sku varchar(100) ${bytewise} not null,
  quantity integer not null,
  unit_price numeric(19, 4) not null,
  amount bigint not null,
  primary key (customer_id, order_id, line_key)
);
create index cancellation_cancelled on cancellation (cancelled_at);
