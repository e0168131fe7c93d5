package io.gridloop.cases;

import io.gridloop.audit.AuditTrail;
import io.gridloop.territory.Territory;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How to reach a reporter. Everywhere else it is masked; here it is shown for a reason, and that is written down. */
@Service
public class Contacts {

    private final CaseScope scope;
    private final History history;
    private final Territory territory;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    Contacts(CaseScope scope, History history, Territory territory, AuditTrail audit, JdbcClient jdbc) {
        this.scope = scope;
        this.history = history;
        this.territory = territory;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * Shows name, contact and the report as it was written. The case's history and the audit trail say who looked and
     * why.
     *
     * @param reason 2 to 200 characters
     */
    @Transactional
    public Contact show(String caseNumber, String login, String reason) {
        var found = scope.find(caseNumber, login);
        var why = reason.strip();
        return Problems.first(
                () -> Problems.unless(found.isPresent(), "没有这个案件。"),
                () -> Problems.unless(scope.dealsWithReporter(found.orElseThrow(), login), "您没有查看这个案件联系方式的权限。"),
                () -> Problems.text("查看理由", why, 2, 200))
                .map(Contact::refused)
                .orElseGet(() -> shown(found.orElseThrow(), login, why));
    }

    private Contact shown(Case it, String login, String reason) {
        var who = territory.person(login).map(Actor::of).orElse(new Actor(login, login));
        var why = Masking.mask(reason);
        history.write(it, "Page_Contact", who, null, "查看了反映人的联系方式。理由：" + why);
        var contact = contact(it);
        audit.record(login, "case.contact", it.caseNumber(), "查看反映人的联系方式。理由：" + why);
        return contact;
    }

    private Contact contact(Case it) {
        return jdbc.sql("select name, contact from case_reporter where case_id = ?")
                .param(it.id())
                .query((row, i) -> new Contact(null, row.getString("name"), row.getString("contact"), it.text()))
                .optional()
                .orElse(new Contact(null, null, null, it.text()));
    }
}
