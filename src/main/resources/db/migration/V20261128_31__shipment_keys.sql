-- The key that a shipment was asked for with, so that the same request again ships nothing more. Shipments of an earlier
-- version have none.
alter table kit_shipments add column idempotency_key varchar(200);
alter table kit_shipments add constraint kit_shipments_key unique (study, idempotency_key);
