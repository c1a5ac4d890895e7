-- The first answer to a request that names an Idempotency-Key; without a status while it is not answered.
create table first_answer (
  caller varchar(200) not null,
  idempotency_key varchar(255) not null,
  request varchar(4000) not null,
  created_at timestamp with time zone not null,
  body_fingerprint varchar(64),
  status smallint,
  location varchar(2000),
  media_type varchar(200),
  answer varchar(1000000),
  primary key (caller, idempotency_key)
);
create index first_answer_created on first_answer (created_at);
