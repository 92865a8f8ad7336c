-- Messages that were to be sent, each once: what one is about is said within its kind. No address and no text is kept;
-- both are known at the moment of sending only. The act that appended it is in the audit trail.
create table mail_messages (
    id uuid primary key,
    kind varchar(40) not null,
    study varchar(80) not null,
    participant varchar(20) not null,
    about varchar(120) not null,
    message_id varchar(300) not null unique,
    planned_at timestamp with time zone not null,
    useful_until timestamp with time zone not null,
    audit uuid not null references audit_entries (id),
    unique (kind, study, participant, about)
);

-- What became of each, step by step, by the time of the wall. Whatever is sent was written here as being sent before.
create table mail_steps (
    message uuid not null references mail_messages (id),
    number integer not null,
    state varchar(20) not null,
    reason varchar(40) not null,
    at timestamp with time zone not null,
    again_at timestamp with time zone,
    primary key (message, number)
);

-- Which of them still wait, so that they are found at once. No fact: a message leaves it with its last step, and who is
-- sending one holds its row until then.
create table mail_queue (
    message uuid primary key references mail_messages (id),
    kind varchar(40) not null,
    due_at timestamp with time zone not null
);

create index mail_queue_due on mail_queue (kind, due_at);
