-- What came late of a month that was billed is a line of the next invoice.
ALTER TABLE "invoice_line" DROP CONSTRAINT "invoice_line_kind";
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_kind" CHECK (CASE kind WHEN 'overage' THEN num_nulls(meter, included, hours, days) = 0 WHEN 'supplement' THEN num_nulls(meter, included, hours, days) = 0 WHEN 'fee' THEN num_nonnulls(meter, included, hours, days) = 0 WHEN 'credit' THEN num_nonnulls(meter, included, hours, days) = 0 ELSE false END);
