-- Until now every run went live by itself. The last one is the version in force; the spreads of its search stand for its
-- own, which were not kept.
insert into segmentation_placing (run_id, version_id, number)
  select run_id, run_id, 0 from segmentation_model;

insert into segmentation_version (run_id, as_of, segments)
  select r.run_id, r.as_of, (select count(*) from segment_centre c where c.run_id = r.run_id)
  from run_in_force r join segmentation_model m on m.run_id = r.run_id;

insert into segmentation_version_name (run_id, segment_id, name_en, name_zh, claimed)
  select s.run_id, s.segment_id, s.name_en, s.name_zh,
    coalesce((select string_agg(l.feature, ',' order by l.claimed) from segment_level l
      where l.run_id = s.run_id and l.segment_id = s.segment_id and l.claimed is not null), '')
  from segment s join segmentation_version v on v.run_id = s.run_id;

insert into segmentation_version_bin (run_id, feature, place, upper_end, share)
  select b.run_id, b.feature, b.place, b.upper_end, b.share
  from segmentation_bin b join segmentation_version v on v.run_id = b.run_id;

insert into segmentation_deed (run_id, number, deed, done_at, actor, why_en, why_zh)
  select run_id, 0, 'WENT_LIVE', current_timestamp, 'system', '', '' from segmentation_version;
