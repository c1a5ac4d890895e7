-- The server in whose data directory a file lies that waits to be read; empty in those of an earlier release.
alter table imported_file add column node varchar(5000);

-- A name of a server holds the path of its data directory.
alter table lease alter column holder set data type varchar(5000);

-- Why a run failed, in Chinese too.
alter table run add column failure_zh varchar(4000);
