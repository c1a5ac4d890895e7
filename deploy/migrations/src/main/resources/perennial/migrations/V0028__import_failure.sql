-- Why an import failed, in Chinese too.
alter table imported_file add column failure_zh varchar(4000);
