package io.gridloop.partners;

import io.gridloop.audit.AuditTrail;
import io.gridloop.cases.CaseDispatched;
import io.gridloop.cases.PartnerTold;
import io.gridloop.cases.PlainText;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases that partners have or are to get. What an attempt found out counts only while nobody else has begun another
 * one and the case still needs it.
 */
@Repository
class PartnerRequests {

    /** Longer than an attempt can take, so that a second instance does not send what is still in flight. */
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int LONGEST_DESCRIPTION = 3_900;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_PROBLEM = 290;
    private static final String MINE = " where id = ? and attempts = ? and stage = 'WAITING'";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PartnerRequests(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** One more case for a partner. One that it had in the same round, and lost meanwhile, goes on where it was. */
    void add(CaseDispatched event, String department) {
        var earlier = jdbc.sql("select count(*) from partner_request where case_id = ? and department = ?")
                .params(event.caseId(), department).query(Integer.class).single();
        var reference = earlier == 0 ? event.caseNumber() : event.caseNumber() + "/" + (earlier + 1);
        jdbc.sql("""
                insert into partner_request (case_id, case_number, visit, department, reference, category, description,
                                             address, longitude, latitude, created_at, due_at)
                values (:case, :number, :visit, :department, :reference, :category, :description, :address, :longitude,
                        :latitude, :now, :now)
                on conflict (visit, department) do update
                set stage = case when partner_request.service_id is null then 'WAITING' else 'OPEN' end,
                    attempts = 0, due_at = excluded.due_at, problem = null
                where partner_request.stage = 'ENDED'""")
                .param("case", event.caseId()).param("number", event.caseNumber()).param("visit", event.visit())
                .param("department", department).param("reference", reference).param("category", event.category())
                .param("description", PlainText.cut(event.text(), LONGEST_DESCRIPTION))
                .param("address", PlainText.cut(event.place(), LONGEST_ADDRESS - 1))
                .param("longitude", event.longitude()).param("latitude", event.latitude()).param("now", now())
                .update();
    }

    /** All other requests of a case are needed no longer. */
    void endOthers(long caseId, String visit, String department) {
        jdbc.sql("""
                update partner_request set stage = 'ENDED', due_at = null
                 where case_id = ? and not (visit = ? and department = ?) and stage <> 'ENDED'""")
                .params(caseId, visit, department).update();
    }

    /** Takes what is due for one attempt to send; others do not get it meanwhile. */
    @Transactional
    List<PartnerRequest> claim(int most) {
        var now = clock.instant();
        return jdbc.sql("""
                with due as (
                  select id from partner_request where stage = 'WAITING' and due_at <= ?
                   order by due_at limit ? for update skip locked)
                update partner_request r set due_at = ?, attempts = r.attempts + 1
                  from due where r.id = due.id returning r.*""")
                .params(Timestamp.from(now), most, Timestamp.from(now.plus(LEASE))).query(PartnerRequest::of).list();
    }

    /** Takes what a partner is to be asked for; it is due again when the pace says so, whatever the answer. */
    @Transactional
    List<PartnerRequest> claimOpen(Partner partner, int most) {
        var now = clock.instant();
        return jdbc.sql("""
                with due as (
                  select id from partner_request where stage = 'OPEN' and department = ? and due_at <= ?
                   order by due_at limit ? for update skip locked)
                update partner_request r set due_at = ? from due where r.id = due.id returning r.*""")
                .params(partner.department(), Timestamp.from(now), most,
                        Timestamp.from(now.plus(partner.updatesEvery())))
                .query(PartnerRequest::of).list();
    }

    /** From here on something may be over there; false when nobody needs it any more. */
    boolean beginSending(PartnerRequest it) {
        return jdbc.sql("update partner_request set posted_at = coalesce(posted_at, ?)" + MINE)
                .params(now(), it.id(), it.attempts()).update() > 0;
    }

    /** The first attempt clearly brought nothing over there. */
    void nothingArrived(PartnerRequest it) {
        jdbc.sql("update partner_request set posted_at = null" + MINE).params(it.id(), it.attempts()).update();
    }

    /** The other side took it and will tell the number later. */
    void promised(PartnerRequest it, String token) {
        jdbc.sql("update partner_request set token = ?, attempts = 0, problem = null, due_at = ?" + MINE)
                .params(token, Timestamp.from(clock.instant().plus(PartnerSender.FIRST_PAUSE)), it.id(),
                        it.attempts())
                .update();
    }

    /** The other side has it under this number. */
    @Transactional
    void numbered(PartnerRequest it, String serviceId) {
        int changed = jdbc.sql("update partner_request set service_id = ?, stage = 'OPEN', problem = null, due_at = ?"
                + MINE).params(serviceId, now(), it.id(), it.attempts()).update();
        if (changed > 0) {
            events.publishEvent(new PartnerTold(it.caseId(), "已收到，对方编号%s。".formatted(serviceId), false));
        }
    }

    /** An attempt failed; it is tried again after the pause, or without one not until somebody asks for it. */
    void failed(PartnerRequest it, @Nullable Duration pause, String problem) {
        jdbc.sql("update partner_request set stage = ?, due_at = ?, problem = ?" + MINE)
                .params(pause == null ? "FAILED" : "WAITING",
                        pause == null ? null : Timestamp.from(clock.instant().plus(pause)),
                        PlainText.cut(problem, LONGEST_PROBLEM), it.id(), it.attempts())
                .update();
    }

    /** The other side could not be asked for news; it is asked again at its pace. */
    void unheard(PartnerRequest it, String problem) {
        jdbc.sql("update partner_request set problem = ? where id = ? and stage = 'OPEN'")
                .params(PlainText.cut(problem, LONGEST_PROBLEM), it.id()).update();
    }

    /** What the other side says; what is new goes into the history of the case, in the same transaction. */
    @Transactional
    void heard(PartnerRequest it, ServiceStatus said) {
        int changed = jdbc.sql("""
                update partner_request set problem = null, told_notes = :notes, told_updated = :updated,
                       stage = case when :closed then 'CLOSED' else stage end,
                       due_at = case when :closed then null else due_at end
                 where id = :id and stage = 'OPEN'
                   and (told_notes is distinct from :notes or told_updated is distinct from :updated or :closed
                        or problem is not null)""")
                .param("notes", said.notes()).param("updated", said.updated()).param("closed", said.closed())
                .param("id", it.id()).update();
        if (changed > 0 && said.newsAfter(it)) {
            events.publishEvent(new PartnerTold(it.caseId(), said.wordsAfter(it), said.closed()));
        }
    }

    /** A failed one waits again as if it had never been tried; false when there is no such failed one. */
    @Transactional
    boolean retry(long id, String byLogin) {
        Optional<String> number = jdbc.sql("""
                update partner_request set stage = 'WAITING', attempts = 0, due_at = ?
                 where id = ? and stage = 'FAILED' returning case_number""")
                .params(now(), id).query(String.class).optional();
        number.ifPresent(it -> audit.record(byLogin, "partner.retry", it, "重新发送给外部单位。"));
        return number.isPresent();
    }

    /** All of them, those that failed first, then the youngest. The page's own order is ignored. */
    @Transactional(readOnly = true)
    Page<PartnerRequest> all(Pageable page) {
        var rows = jdbc.sql("""
                select * from partner_request order by stage <> 'FAILED', id desc limit ? offset ?""")
                .params(page.getPageSize(), page.getOffset()).query(PartnerRequest::of).list();
        return new PageImpl<>(rows, page,
                jdbc.sql("select count(*) from partner_request").query(Long.class).single());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
