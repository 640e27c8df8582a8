#!/bin/bash
# Runs once, when the postgres container makes its data: the same roles and rights as the embedded database has.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$PANEL_OWNER_PASSWORD" -v app_password="$PANEL_APP_PASSWORD" <<'SQL'
CREATE ROLE panel_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE panel_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'app_password';
CREATE ROLE panel_keyring NOLOGIN;
GRANT panel_keyring TO panel_owner WITH INHERIT FALSE, SET TRUE;
CREATE DATABASE resident_panel OWNER panel_owner;
REVOKE ALL ON DATABASE resident_panel FROM PUBLIC;
GRANT CONNECT ON DATABASE resident_panel TO panel_app;
SQL
