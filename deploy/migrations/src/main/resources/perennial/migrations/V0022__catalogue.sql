create table product (
  sku varchar(100) ${bytewise} primary key,
  name varchar(500) not null,
  category varchar(200),
  list_price numeric(19, 4),
  list_price_derived boolean not null,
  cost numeric(19, 4),
  stock bigint
);
