-- Which silos form the cluster, through the clustering provider. One row per silo's run; whoever changes one moves the version first, so that
-- of two who read the same version only one writes.
create table member_version (
    cluster text collate "C" primary key,
    version integer not null
);

create table member (
    cluster text collate "C" not null,
    address text collate "C" not null,
    port integer not null,
    generation integer not null,
    silo_name text not null,
    host_name text not null,
    status integer not null,
    proxy_port integer not null,
    suspect_times text,
    start_time timestamptz not null,
    i_am_alive_time timestamptz not null,
    primary key (cluster, address, port, generation)
);

insert into orleansquery (querykey, querytext) values ('InsertMembershipVersionKey', '
    with v as (insert into member_version (cluster, version) values (@DeploymentId, 0) on conflict do nothing returning 1)
    select exists (select 1 from v)');

insert into orleansquery (querykey, querytext) values ('InsertMembershipKey', '
    with v as (update member_version set version = version + 1 where cluster = @DeploymentId and version = @Version returning 1),
    m as (
        insert into member (cluster, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
        select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
        where exists (select 1 from v)
        on conflict do nothing returning 1)
    select exists (select 1 from m)');

insert into orleansquery (querykey, querytext) values ('UpdateMembershipKey', '
    with v as (update member_version set version = version + 1 where cluster = @DeploymentId and version = @Version returning 1),
    m as (
        update member set status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = @IAmAliveTime
        where cluster = @DeploymentId and address = @Address and port = @Port and generation = @Generation and exists (select 1 from v)
        returning 1)
    select exists (select 1 from m)');

-- Outside the version: a sign of life is nobody else's business, and must not make others lose their turn.
insert into orleansquery (querykey, querytext) values ('UpdateIAmAlivetimeKey', '
    update member set i_am_alive_time = @IAmAliveTime
    where cluster = @DeploymentId and address = @Address and port = @Port and generation = @Generation');

insert into orleansquery (querykey, querytext) values ('MembershipReadAllKey', '
    select m.address as Address, m.port as Port, m.generation as Generation, m.silo_name as SiloName, m.host_name as HostName,
        m.status as Status, m.proxy_port as ProxyPort, m.suspect_times as SuspectTimes, m.start_time as StartTime,
        m.i_am_alive_time as IAmAliveTime, v.version as Version
    from member_version v left join member m on m.cluster = v.cluster
    where v.cluster = @DeploymentId');

insert into orleansquery (querykey, querytext) values ('MembershipReadRowKey', '
    select m.address as Address, m.port as Port, m.generation as Generation, m.silo_name as SiloName, m.host_name as HostName,
        m.status as Status, m.proxy_port as ProxyPort, m.suspect_times as SuspectTimes, m.start_time as StartTime,
        m.i_am_alive_time as IAmAliveTime, v.version as Version
    from member_version v left join member m
        on m.cluster = v.cluster and m.address = @Address and m.port = @Port and m.generation = @Generation
    where v.cluster = @DeploymentId');

-- Only the dead.
insert into orleansquery (querykey, querytext) values ('CleanupDefunctSiloEntriesKey', '
    delete from member
    where cluster = @DeploymentId and status = 6 and i_am_alive_time < @IAmAliveTime and start_time < @IAmAliveTime');

-- Nothing asks for it; a cluster's rows are never taken away as a whole.
insert into orleansquery (querykey, querytext) values ('DeleteMembershipTableEntriesKey', 'select 1');

insert into orleansquery (querykey, querytext) values ('GatewaysQueryKey', '
    select address as Address, proxy_port as ProxyPort, generation as Generation from member
    where cluster = @DeploymentId and status = @Status and proxy_port > 0');

-- What a gateway's role reads, in a schema of its own: where silos listen, and the provider's statements, of which a gateway runs one.
create schema hub_gateway;

create view hub_gateway.silo as
    select cluster, address, proxy_port, generation, status from member where proxy_port > 0;

create view hub_gateway.orleansquery (querykey, querytext) as values
    ('GatewaysQueryKey', '
    select address as Address, proxy_port as ProxyPort, generation as Generation from silo
    where cluster = @DeploymentId and status = @Status'),
    ('InsertMembershipVersionKey', 'select false'),
    ('InsertMembershipKey', 'select false'),
    ('UpdateMembershipKey', 'select false'),
    ('UpdateIAmAlivetimeKey', 'select false'),
    ('MembershipReadAllKey', 'select false'),
    ('MembershipReadRowKey', 'select false'),
    ('CleanupDefunctSiloEntriesKey', 'select false'),
    ('DeleteMembershipTableEntriesKey', 'select false');
