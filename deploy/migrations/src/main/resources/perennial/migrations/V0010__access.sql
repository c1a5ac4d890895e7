create sequence api_key_id;

create table api_key (
  id bigint primary key,
  name varchar(200) not null unique,
  role varchar(40) not null,
  fingerprint char(64) not null unique,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone
);

create sequence audit_entry_id;

create table audit_entry (
  id bigint primary key,
  done_at timestamp with time zone not null,
  actor varchar(200) not null,
  deed varchar(100) not null,
  subject varchar(1000) not null
);
