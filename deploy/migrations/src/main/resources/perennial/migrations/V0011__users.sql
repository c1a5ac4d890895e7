create table console_user (
  name varchar(64) primary key,
  role varchar(40) not null,
  language varchar(20),
  password_hash varchar(300) not null,
  password_set_at timestamp with time zone not null,
  must_change_password boolean not null,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  entered_at timestamp with time zone
);

-- The subject is the fingerprint of a name or of an address: what people type by mistake is kept nowhere in clear.
create table login_guess (
  subject char(64) primary key,
  failures integer not null,
  last_at timestamp with time zone not null
);

create index login_guess_last on login_guess (last_at);

create index audit_entry_actor on audit_entry (actor, id);
create index audit_entry_deed on audit_entry (deed, id);
