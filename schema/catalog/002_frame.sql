-- Lists as typed columns (include/career/frame/frame.h), written at the end of a build and loaded
-- whole. A BLOB is read only after its length was checked; a frame that does not pass is built anew
-- from its view. Large BLOBs stand last, so that reading the others does not step over them.

CREATE TABLE frame (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  format INTEGER NOT NULL,      -- of these BLOBs
  byte_order TEXT NOT NULL,     -- of the machine that wrote them: little, big
  spec_hash INTEGER NOT NULL,   -- of the list's view, order and columns
  rows INTEGER NOT NULL,
  ids BLOB NOT NULL             -- rows x int32: id in the view
);

CREATE TABLE frame_column (
  id INTEGER PRIMARY KEY,
  frame_id INTEGER NOT NULL REFERENCES frame(id),
  pos INTEGER NOT NULL,         -- place in the list's columns
  width INTEGER NOT NULL,       -- bytes per code: 1, 2, 4
  dict_off BLOB,                -- n + 1 x uint32
  fold_off BLOB,
  dict_text BLOB,               -- each entry with its NUL, in collation order; entry 0 is empty
  fold_text BLOB,
  start BLOB,                   -- lists: one more than there are x uint32
  item BLOB,                    -- lists: codes x uint32
  codes BLOB,                   -- rows x width: codes, numbers of lists, or int32 numbers
  UNIQUE (frame_id, pos)
);
