-- Where somebody wanted to go who was sent to their company's provider: a path of our own, so that they are led there and not to the first page.
ALTER TABLE auth.sso_attempt ADD COLUMN next text NOT NULL DEFAULT '/home' CHECK (next LIKE '/%' AND next NOT LIKE '//%');
