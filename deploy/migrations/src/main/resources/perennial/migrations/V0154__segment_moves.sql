-- The run with whose places those of this one are compared; it stays the same when another version places them.
alter table segmentation_placing add column compared_id bigint;

-- How many of a run's customers came from where; the empty from_id is that of customers who were in no segment before.
create table segment_passage (
  run_id bigint not null,
  from_id varchar(40) not null,
  to_id varchar(40) not null,
  customers bigint not null,
  primary key (run_id, from_id, to_id)
);

-- Who is in another segment than with the run before; kept for good, as each customer's way.
create table segment_move (
  run_id bigint not null,
  customer_id varchar(200) not null,
  moved_at timestamp with time zone not null,
  from_id varchar(40) not null,
  to_id varchar(40) not null,
  -- the feature that did most of it; none where the segments were drawn anew and the customer alone would have stayed
  feature varchar(40),
  primary key (run_id, customer_id)
);

create index segment_move_of on segment_move (customer_id, run_id);

-- A map of a run's customers: the plane on which they lie furthest apart, and which share of their variance it shows.
create table segmentation_map (
  run_id bigint primary key,
  shown double precision not null
);

-- Some of the customers, and the middle of each segment, on the map.
create table segment_dot (
  run_id bigint not null,
  place integer not null,
  segment_id varchar(40) not null,
  is_middle boolean not null,
  x double precision not null,
  y double precision not null,
  primary key (run_id, place)
);
