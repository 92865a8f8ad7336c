#!/usr/bin/env bash
# Backs up the database into one file, while the server runs:
#
#   deploy/postgresql/backup.sh FOLDER
#
# Connects as PGUSER, PGHOST, PGPORT, PGPASSWORD or ~/.pgpass say; trials_owner may read everything. The two keys
# (app.key.vault, app.key.seed) are not in it: they are kept apart, and a restored database is worth little without them.
set -euo pipefail
folder=${1:?a folder for the backup}
file=$folder/trials-$(date -u +%Y%m%dT%H%M%SZ).dump
umask 077
pg_dump --format=custom --no-password --dbname="${PGDATABASE:-trials}" --file="$file.part"
mv "$file.part" "$file"
(cd "$folder" && sha256sum "$(basename "$file")" > "$(basename "$file").sha256")
echo "$file"
