#!/bin/sh
# Runs once, when the PostgreSQL volume is new: Banjie's own role and database, apart from Temporal's.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$BANJIE_DATABASE_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE banjie LOGIN PASSWORD :'password';
-- Collation by code point, the same on every machine.
CREATE DATABASE banjie OWNER banjie TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
SQL
