-- One row: the shop this installation serves.
create table shop (
  id smallint primary key check (id = 1),
  name varchar(200) not null,
  currency char(3) not null,
  zone varchar(60) not null,
  sample varchar(40),
  simulated boolean not null,
  consent_assumed boolean not null,
  historic boolean not null,
  as_of timestamp with time zone
);
