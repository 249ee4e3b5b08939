package io.github.saleskit.core.assignment;

import static io.github.saleskit.core.criteria.Criterion.field;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;

/** Tickets of some level for agents of some level, weight and capacity, for tests that decide by the thousand. */
final class SupportDesk {

    record Ticket(String id, int level) {}

    record Agent(String id, int level, int weight, int capacity) {}

    static final Criterion EXPERT_ENOUGH = field("rep.level").atLeast(field("lead.level"));

    private static final FieldSet<Ticket> TICKETS = FieldSet.of(Ticket.class)
            .id(Ticket::id)
            .whole("level", Ticket::level)
            .build();
    private static final FieldSet<Agent> AGENTS = FieldSet.of(Agent.class)
            .id(Agent::id)
            .whole("level", Agent::level)
            .whole("weight", Agent::weight)
            .whole("capacity", Agent::capacity)
            .build();

    private SupportDesk() {}

    /** By weight and capacity of the agents. */
    static Assigner<Ticket, Agent> assigner(AssignmentPool... pools) {
        AssignmentPolicy policy = AssignmentPolicy.builder()
                .name("p")
                .weightField("weight")
                .capacityField("capacity")
                .addPools(pools)
                .build();
        return Assigner.compile(policy, TICKETS, AGENTS);
    }
}
