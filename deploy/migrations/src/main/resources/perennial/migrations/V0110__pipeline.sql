create sequence run_id;

create table run (
  id bigint primary key,
  status varchar(20) not null,
  as_of timestamp with time zone not null,
  before_id bigint,
  before_as_of timestamp with time zone,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  failure varchar(4000)
);

create table run_step (
  run_id bigint not null references run (id),
  station varchar(20) not null,
  position smallint not null,
  status varchar(20) not null,
  done bigint not null,
  total bigint,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  primary key (run_id, station)
);

-- Whoever holds the lease works; it must be renewed before it ends.
create table lease (
  name varchar(40) primary key,
  holder varchar(200) not null,
  ends_at timestamp with time zone not null
);

insert into lease (name, holder, ends_at) values ('weekly-run', 'nobody', timestamp with time zone '2000-01-01 00:00:00+00');
