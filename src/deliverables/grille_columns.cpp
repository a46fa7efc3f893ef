#include "deliverables/grille_columns.h"

#include "deliverables/grille_cells.h"
#include "deliverables/words.h"

namespace deliverables {

using disclosure::ActorView;
using Block = GrilleColumn::Block;
using Print = GrilleColumn::Print;
using Type = report::Sheet::Column::Type;

namespace {

using TextOf = std::function<QString(const Reader&, const ActorView&)>;

TextOf answer(QStringView question, int most = 100, QStringView fact = {})
{
    return [name = question.toString(), most, field = fact.toString()](const Reader& reader,
                                                                       const ActorView& actor) {
        return answerCell(reader, actor, name, most, field);
    };
}

TextOf restricted(QStringView question)
{
    return [name = question.toString()](const Reader& reader, const ActorView& actor) {
        return restrictedText(reader, actor, name);
    };
}

TextOf offer(size_t service)
{
    return [service](const Reader&, const ActorView& actor) { return offerWord(actor.offers[service]); };
}

/// Fluent, so that the table of columns below reads as the specification's.
struct Make : GrilleColumn
{
    Make(int n, Block in, QStringView heading, double relativeWidth, TextOf cell)
    {
        number = n;
        block = in;
        title = heading.toString();
        width = relativeWidth;
        text = std::move(cell);
    }
    Make&& hxlTag(QStringView tag) && { return hxl = tag.toString(), std::move(*this); }
    Make&& choices(QStringView of) && { return question = of.toString(), std::move(*this); }
    Make&& numeric() && { return type = Type::Number, std::move(*this); }
    Make&& iom() && { return print = Print::Iom, std::move(*this); }
    Make&& internal() && { return print = Print::Internal, std::move(*this); }
    Make&& csoOnly() && { return institutions = false, std::move(*this); }
};

std::vector<GrilleColumn> identityColumns()
{
    constexpr Block in = Block::Identity;
    return {
        Make(1, in, u"N°", 0.5, numberCell).hxlTag(u"#org+id").numeric(),
        Make(2, in, u"Nom (français)", 3, nameCell).hxlTag(u"#org+name+i_fr"),
        Make(3, in, u"Nom (arabe)", 2.2, arabicCell).hxlTag(u"#org+name+i_ar"),
        Make(4, in, u"Sigle", 1, answer(u"id_sigle")).hxlTag(u"#org+acronym"),
        Make(5, in, u"Catégorie", 2, answer(u"id_categorie", 100, u"type"))
            .hxlTag(u"#org+type")
            .choices(u"id_categorie"),
        Make(6, in, u"Statut juridique", 1.8, answer(u"id_statut")).choices(u"id_statut"),
        Make(7, in, u"Récépissé", 1.4, restricted(u"id_recepisse")).iom().choices(u"id_recepisse"),
        Make(8, in, u"Année de création", 0.9, answer(u"id_annee_creation")).numeric(),
        Make(9, in, u"Tutelle ou rattachement", 1.8, answer(u"id_tutelle", 4)),
        Make(10, in, u"Autorisation d’établissement", 1.4, restricted(u"abr_autorisation"))
            .iom()
            .choices(u"abr_autorisation"),
        Make(11, in, u"Région (1997)", 1.5, region1997Cell).hxlTag(u"#adm1+name+v_1997"),
        Make(12, in, u"Région (2015)", 1.5, region2015Cell).hxlTag(u"#adm1+name+v_2015"),
        Make(13, in, u"Province du siège", 1.5, seatCell),
    };
}

std::vector<GrilleColumn> mandateColumns()
{
    constexpr Block in = Block::Mandate;
    constexpr Block people = Block::Public;
    return {
        Make(14, in, u"Échelle", 1.2, answer(u"ter_echelle")),
        Make(15, in, u"Provinces couvertes", 2.4, territoryCell).hxlTag(u"#adm2+name"),
        Make(16, in, u"Domaine principal", 1.6, mainFieldCell).hxlTag(u"#sector"),
        Make(17, in, u"Autres domaines", 2.4, otherFieldsCell),
        Make(18, in, u"Prérogatives", 2.6, answer(u"dom_prerogatives", 6)),
        Make(19, in, u"Intervention directe, indirecte", 1.4, modeCell),
        Make(20, in, u"Approches", 2.4, answer(u"dom_approches", 6)),
        Make(21, people, u"Publics", 3, answer(u"pub_groupes", 6)).hxlTag(u"#beneficiary+type+list"),
        Make(22, people, u"Sexe et âge", 2.2, answer(u"pub_sexe_age", 7)),
        Make(23, people, u"Accueil sans titre de séjour", 1.8, restricted(u"pub_irreguliers"))
            .iom()
            .choices(u"pub_irreguliers"),
        Make(24, people, u"Personnes accompagnées (12 mois)", 1.1, answer(u"pub_total"))
            .hxlTag(u"#reached+ind")
            .numeric(),
        Make(25, people, u"Effectif salarié (équivalents temps plein), bénévoles", 1.5, staffCell).csoOnly(),
        Make(26, people, u"Classe de budget", 1.5, budgetCell).iom().csoOnly(),
    };
}

std::vector<GrilleColumn> serviceColumns()
{
    constexpr Block in = Block::Services;
    return {
        Make(27, in, u"Abri", 1, offer(0)).hxlTag(u"#status+service+abri"),
        Make(28, in, u"Médical", 1, offer(1)).hxlTag(u"#status+service+medical"),
        Make(29, in, u"Psychosocial", 1, offer(2)).hxlTag(u"#status+service+psychosocial"),
        Make(30, in, u"Juridique", 1, offer(3)).hxlTag(u"#status+service+juridique"),
        Make(31, in, u"Outils d’accompagnement (nombre)", 1.2, toolsCell).numeric().csoOnly(),
        Make(32, in, u"Réinsertion", 3, answer(u"acc_reinsertion", 5)).csoOnly(),
        Make(33, Block::Links, u"Liens principaux", 3, linksCell),
        Make(34, Block::Links, u"Réseaux", 2, answer(u"coo_reseaux")),
        Make(35, Block::Links, u"Programmes en cours, projetés", 4, programmesCell).csoOnly(),
    };
}

std::vector<GrilleColumn> partnershipColumns()
{
    constexpr Block in = Block::Partnership;
    constexpr Block after = Block::Follow;
    return {
        Make(36, in, u"Points forts", 2, answer(u"bil_forces", 5)).csoOnly(),
        Make(37, in, u"Difficultés", 2, restricted(u"bil_difficultes")).iom().csoOnly(),
        Make(38, in, u"Besoins prioritaires", 2, needsCell),
        Make(39, in, u"Statut face à la traite", 1.3, statusCell).hxlTag(u"#status+traite").csoOnly(),
        Make(40, in, u"Services possibles pour les victimes", 1.8, possibleCell).csoOnly(),
        Make(41, in, u"Volonté de partenariat", 1.6, restricted(u"tra_volonte"))
            .iom()
            .csoOnly()
            .choices(u"tra_volonte"),
        Make(42, after, u"Contact professionnel", 2.2, contactCell).iom().hxlTag(u"#contact+email"),
        Make(43, after, u"Mode et date de collecte", 1.8, collectionCell).hxlTag(u"#date+reported"),
        Make(44, after, u"Indice de preuve, complétude", 1.4, evidenceCell).iom(),
        Make(45, after, u"Décision (recensée, présélectionnée, retenue)", 1.6, decisionCell).iom(),
        Make(46, after, u"Remarques internes", 2, [](const Reader&, const ActorView&) { return QString(); })
            .internal(),
    };
}

bool receives(const Reader& reader, const GrilleColumn& column)
{
    using disclosure::Audience;
    const disclosure::StudyInfo& info = reader.view().info();
    // The twelve regions did not exist before this day.
    if (column.number == 12 && info.date.isValid() && info.date < QDate(2015, 2, 5)) return false;
    switch (column.print) {
    case Print::Wide:
        return true;
    case Print::Iom:
        return reader.view().audience() != Audience::Wide;
    case Print::Internal:
        return reader.view().audience() == Audience::Working;
    }
    return false;
}

} // namespace

std::vector<GrilleColumn> grilleColumns(const Reader& reader)
{
    std::vector<GrilleColumn> columns;
    for (auto part : {identityColumns(), mandateColumns(), serviceColumns(), partnershipColumns()})
        for (GrilleColumn& column : part)
            if (receives(reader, column)) columns.push_back(std::move(column));
    return columns;
}

QString grilleCell(const Reader& reader, const GrilleColumn& column, const ActorView& actor)
{
    if (actor.institution && !column.institutions) return OutOfField;
    const QString text = column.text(reader, actor);
    return text.isEmpty() && column.number != 46 ? u"–"_qs : text;
}

QString grilleBlockTitle(Block block)
{
    switch (block) {
    case Block::Identity:
        return u"Identité et statut"_qs;
    case Block::Mandate:
        return u"Territoire, domaines et prérogatives"_qs;
    case Block::Public:
        return u"Publics et moyens"_qs;
    case Block::Services:
        return u"Services et accompagnement"_qs;
    case Block::Links:
        return u"Liens, réseaux et programmes"_qs;
    case Block::Partnership:
        return u"Bilan et place face à la traite"_qs;
    case Block::Follow:
        return u"Contact, collecte et suivi"_qs;
    }
    return {};
}

std::vector<std::pair<QString, QString>> grilleLegend(const Reader& reader)
{
    std::vector<std::pair<QString, QString>> legend{
        {u"direct"_qs, u"service assuré par l’équipe de l’organisation"_qs},
        {u"convention"_qs, u"service assuré par un partenaire sous accord"_qs},
        {u"orientation"_qs, u"orientation ponctuelle seulement"_qs},
        {u"possible à terme"_qs, u"service non offert, mais possible à terme"_qs},
        {u"–"_qs, u"information non recueillie"_qs},
        {u"ne sait pas, refus, n. a."_qs, u"réponse donnée : ignorance, refus, question non applicable"_qs},
        {OutOfField, u"question qui ne s’adresse pas à cet acteur"_qs},
        {NotCommunicated, u"information que ce tirage ne donne pas"_qs},
        {disclosure::SmallNumber, u"moins de cinq personnes"_qs},
        {u"†"_qs, u"selon la source : liste reçue, non vérifiée par l’étude"_qs}};
    if (!reader.toPublic())
        legend.emplace_back(RankNotCommunicated,
                            u"fiche qui n’entre pas dans le classement, quel qu’en soit le motif"_qs);
    return legend;
}

} // namespace deliverables
