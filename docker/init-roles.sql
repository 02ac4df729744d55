-- The logins of the product and what they may do in this database. Run once by psql 15 or later as an administrator,
-- connected to the product's database, with the passwords in the environment; docker compose does it by itself.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv api_password API_PASSWORD
\getenv worker_password WORKER_PASSWORD
\getenv queue_password QUEUE_PASSWORD
\getenv backup_password BACKUP_PASSWORD

CREATE ROLE app_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE app_api LOGIN PASSWORD :'api_password';
CREATE ROLE app_worker LOGIN PASSWORD :'worker_password';
CREATE ROLE app_queue LOGIN PASSWORD :'queue_password';
CREATE ROLE app_backup LOGIN BYPASSRLS PASSWORD :'backup_password';
ALTER ROLE app_queue SET search_path = queue;

SELECT current_database() AS name \gset
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"name" TO app_owner, app_api, app_worker, app_queue, app_backup;
GRANT CREATE ON DATABASE :"name" TO app_owner, app_queue;
GRANT USAGE, CREATE ON SCHEMA public TO app_owner;
CREATE SCHEMA queue AUTHORIZATION app_queue;
