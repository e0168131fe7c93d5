package io.gridloop.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.gridloop.cases.CaseWalk;
import io.gridloop.cases.CasesTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** E-mail to a real mail server. */
@CasesTest
@TestPropertySource(properties = {"gridloop.notify.send-every=PT24H", "gridloop.notify.digest-every=PT24H",
        "spring.mail.host=127.0.0.1",
        "gridloop.notify.mail-from=gridloop@county.example", "gridloop.public-url=https://county.example"})
class EmailTests {

    private static final String ME = "lilijuan";
    private static final String ADDRESS = "li@county.example";
    private static final GreenMail SERVER = new GreenMail(local(freePort()));

    @Autowired
    private EmailChannel channel;

    @Autowired
    private Sender sender;

    @Autowired
    private StaffContacts contacts;

    @Autowired
    private NotifyProperties settings;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void end() {
        SERVER.stop();
    }

    @BeforeEach
    void nothingIsToBeSent() throws FolderException {
        SERVER.purgeEmailFromAllMailboxes();
        jdbc.sql("delete from delivery").update();
        jdbc.sql("delete from rate_limit").update();
        jdbc.sql("delete from staff_contact").update();
    }

    @Test
    void tellsOfANewTaskInChinese() throws Exception {
        contacts.keep(ME, new Contact(ADDRESS, null));
        long caseId = walk.beingHandled();
        walk.handleAtTheDesk(caseId);
        sender.sendDue();
        assertThat(jdbc.sql("select coalesce(last_error, state) from delivery").query(String.class).list())
                .containsExactly("SENT");
        var mail = SERVER.getReceivedMessages();
        assertThat(mail).hasSize(1);
        assertThat(mail[0].getSubject()).isEqualTo("案件" + walk.view(caseId).caseNumber() + "：请办理新任务“办理案件”");
        assertThat(mail[0].getFrom()).extracting(Object::toString).containsExactly("gridloop@county.example");
        assertThat(mail[0].getAllRecipients()).extracting(Object::toString).containsExactly(ADDRESS);
        assertThat(mail[0].getContentType()).containsIgnoringCase("charset=UTF-8");
        assertThat(mail[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail[0].getContent().toString()).contains("请办理新任务“办理案件”", "https://county.example/desk/tasks/")
                .doesNotContain("李某", "13812345678", "垃圾");
    }

    @Test
    void reachesOnlyWhoGaveAnAddress() {
        contacts.keep("wangchunsheng", new Contact(null, "13900001111"));
        contacts.keep(ME, new Contact(ADDRESS, null));
        assertThat(channel.recipientOf("zhanglixin")).isEmpty();
        assertThat(channel.recipientOf("wangchunsheng")).isEmpty();
        assertThat(channel.recipientOf(ME)).contains(ME);
        assertThat(channel.send("zhanglixin", aMessage())).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"550 5.1.1 No such user, Refused, 拒收该地址（550）", "553 5.1.8 no, Refused, 拒收该地址（553）",
            "450 4.2.1 Mailbox busy, Later, 暂不收该地址（450）", "452 4.2.2 Full, Later, 暂不收该地址（452）"})
    void tellsARefusedAddressFromOneThatIsBusy(String answer, String outcome, String words) throws IOException {
        contacts.keep(ME, new Contact(ADDRESS, null));
        try (var server = new RefusingMailServer(answer)) {
            assertThat(at(server.port()).send(ME, aMessage())).satisfies(it -> {
                assertThat(it.getClass().getSimpleName()).isEqualTo(outcome);
                assertThat(it.toString()).contains(words).doesNotContain(ADDRESS);
            });
        }
    }

    @Test
    void waitsWhileTheServerIsAwayAndSendsWhenItIsBack() {
        contacts.keep(ME, new Contact(ADDRESS, null));
        int port = freePort();
        assertThat(at(port).send(ME, aMessage()))
                .isEqualTo(new Outcome.Later("邮件服务器没有收下（MailConnectException）"));
        var back = new GreenMail(local(port));
        back.start();
        assertThat(at(port).send(ME, aMessage())).isEqualTo(new Outcome.Delivered());
        assertThat(back.getReceivedMessages()).hasSize(1);
        back.stop();
    }

    private static ServerSetup local(int port) {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        // On a busy machine two seconds are not enough.
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmailChannel at(int port) {
        var mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        return new EmailChannel(mail, contacts, settings, new MailProperties());
    }

    private static Message aMessage() {
        return new Message("案件WZ26-000001-1", "请办理", "https://county.example/desk", List.of(), Set.of(ME));
    }
}
