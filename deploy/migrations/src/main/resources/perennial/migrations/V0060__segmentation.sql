create table segmentation (
  run_id bigint primary key,
  state varchar(20) not null,
  reason_en varchar(2000) not null,
  reason_zh varchar(2000) not null
);

create table segmentation_evidence (
  run_id bigint not null references segmentation (run_id),
  k smallint not null,
  inertia double precision not null,
  silhouette double precision not null,
  stability double precision,
  smallest_share double precision not null,
  primary key (run_id, k)
);

create table segment (
  run_id bigint not null,
  segment_id varchar(40) not null,
  name_en varchar(400) not null,
  name_zh varchar(400) not null,
  size bigint not null,
  share double precision not null,
  sales_minor bigint not null,
  value_minor bigint,
  primary key (run_id, segment_id)
);

create table segment_level (
  run_id bigint not null,
  segment_id varchar(40) not null,
  feature varchar(40) not null,
  mean double precision not null,
  base_mean double precision,
  claimed smallint,
  primary key (run_id, segment_id, feature)
);

create table segment_member (
  run_id bigint not null,
  customer_id varchar(200) not null,
  segment_id varchar(40) not null,
  primary key (run_id, customer_id)
);

create index segment_member_of on segment_member (run_id, segment_id, customer_id);
