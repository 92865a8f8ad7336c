-- Facts are added, never changed or removed: on PostgreSQL the database itself sees to it. Run after every migration
-- by the role that owns the tables. A table is append-only unless it is named here, so that a new one is from the start.
create or replace function refuse_change() returns trigger language plpgsql as $refuse$
begin
    raise exception 'rows of % are facts: they are added, never changed or removed', tg_table_name
        using errcode = 'restrict_violation';
end
$refuse$;

do $protect$
declare
    -- What is no fact, and what may be done to it beside reading it and adding to it.
    others constant jsonb := '{
        "appearances": "update",
        "consent_signatures": "delete",
        "drafts": "update, delete",
        "identity_vault": "delete",
        "locks": "update",
        "mail_queue": "update, delete",
        "pin_tries": "update",
        "response_counts": "update",
        "sessions": "update, delete",
        "sign_in_failures": "delete"
    }';
    name text;
begin
    for name in
        select tablename from pg_tables where schemaname = current_schema() and tablename <> 'flyway_schema_history'
    loop
        if not has_table_privilege('${application}', quote_ident(name), 'select, insert') then
            execute format('grant select, insert on %I to %I', name, '${application}');
        end if;
        if others ? name then
            execute format('grant %s on %I to %I', others ->> name, name, '${application}');
        elsif not exists (select from pg_trigger where tgname = 'append_only' and tgrelid = name::regclass) then
            execute format('create trigger append_only before update or delete or truncate on %I'
                || ' for each statement execute function refuse_change()', name);
        end if;
    end loop;
end
$protect$;
