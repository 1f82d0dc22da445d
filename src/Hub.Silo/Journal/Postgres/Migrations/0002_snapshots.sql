-- Snapshots through the grain storage provider: a cache that may be lost at any time, and never the truth.
-- The whole grain identity is the key; the provider's 32-bit hashes collide (129 of a million string keys) and are not used.
create table snapshot (
    service text collate "C" not null,
    grain_type text collate "C" not null,
    n0 bigint not null,
    n1 bigint not null,
    ext text collate "C" not null,
    payload bytea,
    version integer not null,
    primary key (service, grain_type, n0, n1, ext)
);

-- The provider reads its statements from this table, under this name.
create table orleansquery (
    querykey varchar(64) primary key,
    querytext varchar(8000) not null
);

insert into orleansquery (querykey, querytext) values ('ReadFromStorageKey', '
    select payload as PayloadBinary, version as Version from snapshot
    where service = @ServiceId and grain_type = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
        and ext = coalesce(@GrainIdExtensionString, '''')');

-- No row returned is how the provider learns of a conflict: one upsert is enough.
insert into orleansquery (querykey, querytext) values ('WriteToStorageKey', '
    insert into snapshot as s (service, grain_type, n0, n1, ext, payload, version)
    select @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''), @PayloadBinary, 1
    where @GrainStateVersion is null or exists (
        select 1 from snapshot where service = @ServiceId and grain_type = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
            and ext = coalesce(@GrainIdExtensionString, ''''))
    on conflict (service, grain_type, n0, n1, ext) do update set payload = excluded.payload, version = s.version + 1
        where s.version = @GrainStateVersion
    returning version as NewGrainStateVersion');

insert into orleansquery (querykey, querytext) values ('ClearStorageKey', '
    delete from snapshot
    where service = @ServiceId and grain_type = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
        and ext = coalesce(@GrainIdExtensionString, '''') and version = @GrainStateVersion
    returning version + 1 as NewGrainStateVersion');
