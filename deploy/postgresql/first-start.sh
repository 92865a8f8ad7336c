#!/bin/sh
# What the PostgreSQL image runs once, on an empty volume.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -v owner_password="$OWNER_PASSWORD" \
    -v application_password="$APPLICATION_PASSWORD" -f /roles.sql
