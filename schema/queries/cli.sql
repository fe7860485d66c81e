-- What the command line itself asks of a catalog.

-- name: cli_program_key
-- plan: search
SELECT key FROM program WHERE id = ?1
