using System.CommandLine;
using Hub.Cli.Adoptions;
using Hub.Cli.Adults;
using Hub.Cli.Agencies;
using Hub.Cli.Agreements;
using Hub.Cli.Alerts;
using Hub.Cli.Calls;
using Hub.Cli.Certs;
using Hub.Cli.Children;
using Hub.Cli.Circles;
using Hub.Cli.Consents;
using Hub.Cli.Contacts;
using Hub.Cli.Decisions;
using Hub.Cli.Doctor;
using Hub.Cli.Import;
using Hub.Cli.Inbox;
using Hub.Cli.Links;
using Hub.Cli.Plans;
using Hub.Cli.Relationships;
using Hub.Cli.Restrictions;
using Hub.Cli.Rules;
using Hub.Cli.SafetyPlans;
using Hub.Cli.Teams;

var root = new RootCommand("Safeguarding Hub, for agencies and operators")
{
    CertsCommand.Create(),
    DoctorCommand.Create(),
    AgenciesCommand.Create(),
    TeamsCommand.Create(),
    ChildrenCommand.Create(),
    AdultsCommand.Create(),
    PlansCommand.Create(),
    CirclesCommand.Create(),
    RelationshipsCommand.Create(),
    LinksCommand.Create(),
    AgreementsCommand.Create(),
    ImportCommand.Create(),
    InboxCommand.Create(),
    AcknowledgeCommand.Create(),
    AlertCommand.Create(),
    ConcernCommand.Create(),
    ProgressCommand.Create(),
    DecisionsCommand.Create(),
    RestrictionsCommand.Create(),
    ConsentsCommand.Create(),
    AdoptionsCommand.Create(),
    SafetyPlansCommand.Create(),
    RulesCommand.Create(),
    ContactsCommand.Create(),
};
ConnectionOptions.AddTo(root);
return await root.Parse(args).InvokeAsync();
