#!/usr/bin/env bash
# Restores a backup into an empty database that trials_owner owns:
#
#   deploy/postgresql/restore.sh FILE DATABASE
#
# Make the database first, as in roles.sql: create database DATABASE owner trials_owner template template0. Connects as
# PGUSER and the like say, who must be trials_owner or may become it. All of it is restored or nothing.
# Afterwards start a server on it with the same two keys, and have an auditor verify the trail.
set -euo pipefail
file=${1:?a backup} database=${2:?an empty database}
if [ -e "$file.sha256" ]; then
    (cd "$(dirname "$file")" && sha256sum --check --quiet "$(basename "$file").sha256")
fi
tables=$(psql -XAtq -w -d "$database" -c "select count(*) from pg_tables where schemaname = 'public'")
[ "$tables" = 0 ] || { echo "$database has $tables tables. Restore into an empty database." >&2; exit 1; }
pg_restore --no-password --dbname="$database" --role=trials_owner --no-owner --exit-on-error --single-transaction "$file"
psql -XAtq -w -d "$database" -c "select 'restored: ' || count(*) || ' acts in the audit trail' from audit_entries"
