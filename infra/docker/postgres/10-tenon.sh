#!/bin/sh
# Run once by the official PostgreSQL image, on an empty data folder: the platform's login, which may create roles and owns
# its database but is no superuser, as a managed PostgreSQL would give it; and what only a superuser can make there.
set -eu

psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres --set=password="$TENON_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE tenon LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE tenon OWNER tenon;
SQL

psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=tenon <<'SQL'
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
SQL
