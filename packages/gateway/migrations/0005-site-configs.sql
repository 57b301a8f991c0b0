-- GW2: every config that was published by PUT, as it was written. The one that
-- was published last is the site's.
create table site_configs (
  site text not null,
  revision text not null,
  config text not null,
  published_at bigint not null,
  primary key (site, revision)
);
